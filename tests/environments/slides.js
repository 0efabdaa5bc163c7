// Show one slide, and say what is wrong with it and what it holds. Sizes are in pixels.
number => {
  const { h, v } = Reveal.getIndices(Reveal.getSlides()[number]);
  Reveal.slide(h, v);
  const section = Reveal.getCurrentSlide();
  const faults = [];
  const unseen = "aside.notes, mjx-assistive-mml, svg";
  const beginning = element =>
    element.textContent.replace(/\s+/g, " ").trim().slice(0, 40) || element.tagName;
  const seen = [...section.querySelectorAll("*")].filter(element => !element.closest(unseen));

  for (const element of seen) {
    const box = element.getBoundingClientRect();
    if (box.left < 0 || box.top < 0 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1)
      faults.push(`sticks out of the slide: ${beginning(element)}`);
    if (element.clientWidth && element.scrollWidth > element.clientWidth + 1)
      faults.push(`is wider than its box: ${beginning(element)}`);
  }

  const parts = [...section.querySelectorAll(".slide > *"), document.querySelector(".slide-number")];
  const boxes = parts.map(part => part.getBoundingClientRect());
  boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b, j) => {
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 1 && high > 1)
      faults.push(`lies on another part: ${beginning(parts[i])} / ${beginning(parts[i + 1 + j])}`);
  }));

  const scale = Reveal.getScale();
  for (const root of [section, parts.at(-1)]) {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let text; (text = texts.nextNode());) {
      const inside = text.parentElement;
      if (!text.data.trim() || inside.closest(unseen)) continue;
      const smallest = inside.closest("pre, code, table") ? 18 : 24;
      const size = parseFloat(getComputedStyle(inside).fontSize) * scale;
      if (size < smallest) faults.push(`is in type of ${size}, not ${smallest}: ${beginning(inside)}`);
    }
  }

  for (const figure of section.querySelectorAll("img")) {
    if (!figure.naturalWidth) faults.push("has a figure that shows no picture");
    if (!figure.alt) faults.push("has a figure without a description");
    // object-fit leaves room beside the picture.
    const box = figure.getBoundingClientRect();
    const zoom = Math.min(box.width / figure.naturalWidth, box.height / figure.naturalHeight);
    const [width, height] = [zoom * figure.naturalWidth, zoom * figure.naturalHeight].map(Math.round);
    if (height < 0.6 * innerHeight && width < 0.8 * innerWidth)
      faults.push(`has a figure of only ${width} by ${height}`);
  }

  const copy = section.cloneNode(true);
  copy.querySelectorAll("[data-mjx-error]").forEach(formula =>
    faults.push(`has a wrong formula: ${formula.getAttribute("data-mjx-error")}`));
  copy.querySelectorAll("mjx-container").forEach(formula => formula.replaceWith(" "));
  const code = [...copy.querySelectorAll("pre")].map(block => block.textContent);
  const words = copy.cloneNode(true);
  words.querySelectorAll("pre, code").forEach(block => block.remove());
  if (words.textContent.includes("$"))
    faults.push(`has a formula that is not set: ${words.textContent.match(/.{0,20}\$.{0,20}/)[0]}`);
  const notes = [...copy.querySelectorAll("aside.notes")].map(aside => {
    aside.remove();
    return aside.textContent;
  }).join("\n");
  copy.querySelectorAll(".where").forEach(name => name.remove());
  const figures = [...copy.querySelectorAll("img")].map(figure => figure.alt);
  if (!copy.textContent.trim() && !figures.length) faults.push("is empty");
  return { faults, text: copy.textContent, notes, code, figures };
}
