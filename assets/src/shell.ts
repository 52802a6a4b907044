/** The small script that every page loads: islands, preferences, the public interface. */
import { config } from './config';
import { explore, exploreIsland } from './explore';
import { give } from './files';
import { behaviour, enliven, enlivenAll } from './islands';
import { displayIsland } from './display';
import { publish } from './api';
import { makeIsland } from './component';
import * as prefs from './prefs';

behaviour('explore', exploreIsland);
behaviour('display', displayIsland);

publish({ give, enliven, Island: makeIsland() });

function start(): void {
  prefs.apply();
  enlivenAll();
  /* Pages without a picture are complete as soon as their type is there. */
  if (!explore) void document.fonts.ready.then(() => { document.documentElement.dataset.ready = location.pathname; });
}

/* The script stands at the end of the page: all that it works on is there. */
if (config.page) start();
