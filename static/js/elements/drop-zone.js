/** <drop-zone>: files dropped on it go into its file input; the chosen ones are listed with their sizes. */

class DropZone extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("input[type=file]");
    this.list = this.querySelector(".chosen");
    this.input.addEventListener("change", () => this.show());
    for (const type of ["dragover", "dragleave", "drop"]) this.addEventListener(type, this);
    this.show();
  }

  handleEvent(event) {
    event.preventDefault();
    this.toggleAttribute("data-over", event.type === "dragover");
    if (event.type !== "drop") return;
    const all = new DataTransfer();
    for (const file of [...this.input.files, ...event.dataTransfer.files]) all.items.add(file);
    this.input.files = all.files;
    this.show();
  }

  show() {
    this.list.replaceChildren(
      ...[...this.input.files].map((file) => {
        const item = document.createElement("li");
        item.textContent = `${file.name}, ${size(file.size)}`;
        return item;
      }),
    );
  }
}

function size(bytes) {
  return bytes < 1024 ** 2 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

customElements.define("drop-zone", DropZone);
