"""``python -m neuroviz`` is the command ``neuroviz``."""

from neuroviz.cli import main

raise SystemExit(main())
