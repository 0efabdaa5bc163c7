// What the tests ask a page of JupyterLab. Its application is `jupyterapp`.
window.lesson = {
  get panel() {
    return window.jupyterapp?.shell.currentWidget;
  },

  get kernel() {
    return this.panel?.sessionContext?.session?.kernel;
  },

  // JupyterLab drops "Run All Cells" without a word when it comes before all of this.
  isOpen() {
    return !!(this.panel?.context?.isReady && this.panel.sessionContext.isReady && this.kernel);
  },

  // Start something that takes time; wait for `isDone`, then look at `failure`.
  start(promise) {
    const done = failure => Object.assign(this, { isDone: true, failure });
    Object.assign(this, { isDone: false, failure: '' });
    promise.then(() => done(''), reason => done(String(reason)));
  },

  // JupyterLab's own promise ends early, at the first error that a cell announces by its tag. But
  // the kernel answers in order: its answer to one more question comes after all outputs.
  runAllCells() {
    const run = jupyterapp.commands.execute('notebook:run-all-cells');
    const last = () => this.kernel.requestKernelInfo();
    return run.then(last, last);
  },

  show(position) {
    this.panel.content.activeCellIndex = position;
    return this.panel.content.scrollToItem(position, 'start');
  },

  widget(position) {
    return this.panel.content.widgets[position].node.querySelector('.widget-interact');
  },

  tabs() {
    return [...jupyterapp.shell.widgets('main')].map(tab => tab.title.label);
  },

  // The nodes that a selector finds everywhere on the page, or on the screen.
  find(selector, everywhere) {
    const isSeen = box => box.top < innerHeight && box.bottom > 0;
    const nodes = [...document.querySelectorAll(selector)];
    return everywhere ? nodes : nodes.filter(node => isSeen(node.getBoundingClientRect()));
  },

  // What is not yet as it will stay.
  unfinished(everywhere) {
    const reasons = [];
    const nodes = this.find('.jp-Notebook .jp-Cell', everywhere);
    const cells = this.panel.content.widgets.filter(cell => everywhere || nodes.includes(cell.node));
    if (!nodes.length || cells.some(cell => cell.placeholder || !nodes.includes(cell.node))) {
      reasons.push('a cell is not drawn');
    }
    if (this.find('img', everywhere).some(image => !image.complete || !image.src)) {
      reasons.push('a picture is still loading');
    }
    if (this.kernel?.status !== 'idle') {
      reasons.push(`the kernel is ${this.kernel?.status}`);
    }
    for (const node of this.find('.jp-RenderedMarkdown', everywhere)) {
      const prose = node.cloneNode(true);
      prose.querySelectorAll('code, mjx-container').forEach(child => child.remove());
      const formula = prose.textContent.match(/\$[^$]+\$/);
      if (formula) {
        reasons.push(`a formula is not typeset: ${formula[0]}`);
      }
    }
    return reasons;
  },

  // What no reader should see.
  faults(everywhere) {
    const popUps = this.find('.jp-Dialog, .Toastify__toast', everywhere);
    const formulas = this.find('mjx-merror', everywhere);
    const pictures = this.find('img', everywhere).filter(image => !image.naturalWidth);
    return [
      ...popUps.map(node => `a pop-up covers the page: ${node.innerText}`),
      ...formulas.map(node => `a formula is wrong: ${node.getAttribute('title')}`),
      ...pictures.map(image => `a picture is missing: ${image.alt} (${image.src})`),
    ];
  },

  pictureOfWidget(position) {
    const pictures = this.widget(position)?.querySelectorAll('.widget-output img') ?? [];
    return [...pictures].map(image => image.src).join();
  },

  // Errors and stderr that a widget shows. They do not reach the outputs of its cell.
  complaintsOfWidget(position) {
    const kinds = ['error', 'stderr'].map(kind => `[data-mime-type='application/vnd.jupyter.${kind}']`);
    return [...this.widget(position)?.querySelectorAll(kinds) ?? []].map(node => node.innerText.trim());
  },

  hasAnswered(position, oldPicture) {
    const picture = this.pictureOfWidget(position);
    return this.complaintsOfWidget(position).length > 0 || (picture && picture !== oldPicture);
  },
};
