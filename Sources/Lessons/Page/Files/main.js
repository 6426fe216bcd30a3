// Puts the page together once the server has said what it can do.
import { openBench } from "./bench.js";
import { drawDiagram } from "./diagram.js";
import { byId } from "./elements.js";
import { listExchanges } from "./exchange.js";
import { askForLesson, isReached } from "./lesson.js";
import { drawMore } from "./more.js";
import { forget } from "./session.js";
import { openSite } from "./site.js";
import { light } from "./walk.js";
import { openWire, wire } from "./wire.js";

byId("address").textContent = location.host;
await askForLesson();
drawDiagram(isReached);
drawMore();
listExchanges();
forget();
openBench();
openSite();

wire.addEventListener("opened", () => connection("open", ""));
wire.addEventListener("lost", () => connection("lost", " · the server is not there; trying again"));
wire.addEventListener("opened", () => light(1), { once: true });
openWire();

function connection(state, words) {
  byId("lamp").dataset.state = state;
  byId("connection").textContent = words;
}
