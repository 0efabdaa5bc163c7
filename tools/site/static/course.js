// What scrolls has to be reachable with the Tab key. The theme sees to code, outputs and tables when
// the page or its width changes; a fold that is opened it does not notice, and formulas it does not know.
document.addEventListener("toggle", () => window.dispatchEvent(new Event("resize")), true);

document.addEventListener("DOMContentLoaded", async () => {
  // MyST-NB names folded code otherwise than the words on it say.
  for (const summary of document.querySelectorAll("details.hide > summary")) summary.removeAttribute("aria-label");
  await window.MathJax?.startup.promise;
  const observer = new ResizeObserver((changes) => {
    for (const { target } of changes) {
      target.toggleAttribute("tabindex", false);
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    }
  });
  for (const formula of document.querySelectorAll("mjx-container[display]")) observer.observe(formula);
});
