"""The app for WSGI servers: ``gunicorn app:server``. ``python app.py`` is ``neuroviz serve``."""

import sys

from neuroviz.cli import main
from neuroviz.web.app import create_app

if __name__ == "__main__":
    raise SystemExit(main(["serve", *sys.argv[1:]]))

app = create_app()
server = app.server
