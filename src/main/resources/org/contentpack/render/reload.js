"use strict";
// Preview only: loads the page again when something in the folder was saved.
const state = document.currentScript.dataset.state;
const events = new EventSource("/_preview/events?state=" + state);
events.addEventListener("changed", () => {
    events.close();
    location.reload();
});
