"""`/docs`: the interactive page for the OpenAPI document, with every script on board."""

from importlib.resources import files
from pathlib import Path

from fastapi.openapi.docs import get_swagger_ui_html
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from argmap.http.routing import route

_ASSETS = ("swagger-ui-bundle.js", "swagger-ui.css", "favicon.png")
# Nothing from elsewhere can be loaded, nor asked: the page works without a network.
_POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# Without this the page asks validator.swagger.io for its opinion.
_PARAMETERS = {"validatorUrl": None, "docExpansion": "none", "tryItOutEnabled": True}


def docs_routes() -> list[Route]:
    """Return the routes of the page and of what it loads; all links are relative, to work below a path."""
    folder = Path(str(files("fastapi_offline").joinpath("static")))
    return [
        route("/docs", _page),
        route("/docs/{asset}", lambda request: _asset(folder, request.path_params["asset"])),
    ]


def _page(request: Request) -> Response:
    page = get_swagger_ui_html(
        openapi_url="openapi.json",
        title="argmap: the addresses",
        swagger_js_url="docs/swagger-ui-bundle.js",
        swagger_css_url="docs/swagger-ui.css",
        swagger_favicon_url="docs/favicon.png",
        swagger_ui_parameters=_PARAMETERS,
    )
    page.headers["Content-Security-Policy"] = _POLICY
    return page


def _asset(folder: Path, name: str) -> Response:
    if name not in _ASSETS:
        raise HTTPException(404)
    return FileResponse(folder / name, headers={"Cache-Control": "max-age=86400"})
