"""Serve the app on this machine, and open a browser where there is a desktop."""

from __future__ import annotations

import errno
import logging
import os
import socket
import sys
import threading
import webbrowser

from neuroviz.errors import ServeError

#: Enough for a class of thirty that opens the page at once; after that the server is idle.
THREADS = 8


def serve(host: str = "127.0.0.1", port: int = 8050, open_browser: bool = True) -> None:
    """Serve until Ctrl-C.

    Parameters
    ----------
    host, port
        Where to listen; ``0.0.0.0`` lets a class on the same network in. Port 0 takes a free one.
    open_browser
        Open the address in a browser, provided that there is a desktop.

    Raises
    ------
    ServeError
        The address is not to be had; says which to take instead.
    """
    # The port first: a taken one is told at once, and an early browser waits for the app instead of failing.
    listener = listen(host, port)
    try:
        import waitress

        # A class that opens a page at once waits its turn: that is no warning, and would be told some 200 times.
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)

        from neuroviz.atlas.shipped import pack_problems
        from neuroviz.web.app import create_app

        server = waitress.create_server(create_app().server, sockets=[listener], threads=THREADS, ident=None)
        for problem in pack_problems():
            print(f"warning: {problem}", file=sys.stderr)
        address = shown_address(host, listener.getsockname()[1])
        print(f"NeuroViz is at {address} (Ctrl-C ends it).", flush=True)
        if open_browser and has_desktop():
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        server.run()
    finally:
        listener.close()


def listen(host: str, port: int) -> socket.socket:
    """Socket that listens at `host` and `port`, or a ServeError that says what to do."""
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    if sys.platform != "win32":
        # A port that was left a moment ago may be taken again; on Windows this would share one in use.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except (OSError, OverflowError, TypeError) as error:
        listener.close()
        raise ServeError(_why_not(error, host, port)) from error
    return listener


def shown_address(host: str, port: int) -> str:
    """Address to type into a browser on this machine."""
    name = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{name}:{port}"


def has_desktop() -> bool:
    """Whether a browser window would be seen by whoever started this."""
    if os.environ.get("CI") or os.environ.get("SSH_CONNECTION"):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _why_not(error: Exception, host: str, port: int) -> str:
    """One sentence for a person whose address could not be had."""
    if isinstance(error, OverflowError):
        return f"Port {port} does not exist: take one from 1024 to 65535, as in `neuroviz serve --port 8050`."
    # A TypeError is what Python says of a name that no host can have.
    if isinstance(error, (socket.gaierror, TypeError)) or getattr(error, "errno", None) == errno.EADDRNOTAVAIL:
        return f"{host} is not an address of this machine: try `neuroviz serve --host 127.0.0.1`."
    # 10013 is how Windows says that another program holds the port for itself.
    if getattr(error, "errno", None) == errno.EADDRINUSE or getattr(error, "winerror", None) == 10013:
        free = port + 1 if port < 65535 else port - 1
        return f"Port {port} is taken by another program: end that one, or try `neuroviz serve --port {free}`."
    if isinstance(error, PermissionError):
        return f"Port {port} is kept for the system: take one above 1023, as in `neuroviz serve --port 8050`."
    return f"Cannot listen at {host}:{port} ({error}): try `neuroviz serve --host 127.0.0.1 --port 8050`."
