"""Settings of ``gunicorn app:server``: a class of hundreds on a small machine."""

bind = "127.0.0.1:8050"
workers = 2
threads = 4
# One copy of packs and content for all workers.
preload_app = True
# The app itself answers an address that is too long, with a sentence instead of a bare 400.
limit_request_line = 0
