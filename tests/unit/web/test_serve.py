"""Serving: the port, the address, the browser window."""

from __future__ import annotations

import logging
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest

from neuroviz.errors import ServeError
from neuroviz.resources import atlas_root
from neuroviz.web.serve import has_desktop, listen, serve, shown_address


def test_port_in_use_names_another() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(ServeError, match=rf"^Port {port} is taken .*`neuroviz serve --port {port + 1}`\.$"):
            serve("127.0.0.1", port)


@pytest.mark.parametrize(
    ("host", "port", "sentence"),
    [
        ("127.0.0.1", 70000, "Port 70000 does not exist"),
        ("192.0.2.1", 0, "192.0.2.1 is not an address of this machine"),
        ("no-such-host.invalid", 0, "no-such-host.invalid is not an address of this machine"),
        ("é..x", 0, "é..x is not an address of this machine"),
    ],
)
def test_other_addresses_that_cannot_be_had(host: str, port: int, sentence: str) -> None:
    with pytest.raises(ServeError, match=sentence):
        listen(host, port)


def test_a_listener_is_reached_before_the_app_is_up() -> None:
    with listen("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname(), timeout=5):
        pass


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:80"),
        ("0.0.0.0", "http://127.0.0.1:80"),
        ("::", "http://[::1]:80"),
        ("::1", "http://[::1]:80"),
    ],
)
def test_shown_address_can_be_opened(host: str, address: str) -> None:
    assert shown_address(host, 80) == address


@pytest.mark.parametrize(
    ("platform", "environment", "there"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ":0", "SSH_CONNECTION": "a b"}, False),
        ("darwin", {}, True),
        ("win32", {}, True),
        ("win32", {"CI": "true"}, False),
    ],
)
def test_browser_opens_only_on_a_desktop(
    monkeypatch: pytest.MonkeyPatch, platform: str, environment: dict[str, str], there: bool
) -> None:
    for name in ("CI", "DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert has_desktop() is there


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send to another program")
def test_ctrl_c_ends_quietly() -> None:
    command = [sys.executable, "-m", "neuroviz", "serve", "--port", "0", "--no-browser"]
    # A shell starts background jobs with SIGINT ignored, and that is inherited.
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, preexec_fn=heard) as server:
        assert server.stdout
        assert server.stderr
        try:
            line = server.stdout.readline()
            _interrupt(server)
            assert server.returncode in (0, 130)
            assert line.startswith("NeuroViz is at http://127.0.0.1:")
            assert server.stderr.read() == ""
        finally:
            server.kill()


def _interrupt(server: subprocess.Popen[str]) -> None:
    """Press Ctrl-C as a person does: again, if Python was in a place where it drops an interrupt (a destructor, for one)."""
    for _ in range(3):
        server.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            server.wait(10)
            return
    pytest.fail("Three interrupts did not end the server.")


def test_a_class_that_waits_its_turn_is_no_warning(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """Waitress tells the depth of its queue anew with each visitor."""

    class Server:
        def run(self) -> None:
            logging.getLogger("waitress.queue").warning("Task queue depth is 7")

    monkeypatch.setattr("waitress.create_server", lambda *_, **__: Server())
    serve("127.0.0.1", 0, open_browser=False)
    assert not caplog.records


def test_damaged_packs_are_told_at_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(atlas_root(), tmp_path / "packs")
    monkeypatch.setenv("NEUROVIZ_ATLASES", str(tmp_path / "packs"))
    (tmp_path / "packs" / "yeo-7" / "labels.npy").unlink()
    monkeypatch.setattr("waitress.create_server", lambda *_, **__: SimpleNamespace(run=lambda: None))
    serve("127.0.0.1", 0, open_browser=False)
    told = capsys.readouterr()
    assert told.out.startswith("NeuroViz is at http://127.0.0.1:")
    assert told.err.startswith("warning: Atlas pack 'yeo-7': the file labels.npy is missing")
    assert told.err.count("\n") == 1
