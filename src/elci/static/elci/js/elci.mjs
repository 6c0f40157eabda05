// Every page works without this file; it makes the work quicker.
import "htmx.org";
import { startCopying } from "./copying.mjs";
import { startDensity } from "./density.mjs";
import { startForms } from "./forms.mjs";
import { startKeyboard } from "./keyboard.mjs";
import { startMaps } from "./map.mjs";
import { startNetworks } from "./network.mjs";
import { startPartners } from "./partners.mjs";
import { startScheme } from "./scheme.mjs";
import { startSlider } from "./slider.mjs";
import { startWeights } from "./weights.mjs";

startScheme();
startDensity();
startKeyboard();
startSlider();
startPartners();
startMaps();
startNetworks();
startCopying();
startForms();
startWeights();
