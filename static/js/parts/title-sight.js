/** Whether the headline of a text is in view. While it is, the head of the pane does not say it again. */

export function watchTitle(prose) {
  const seen = new IntersectionObserver((entries) => {
    const isSeen = entries.at(-1).isIntersecting;
    prose.closest(".pane")?.toggleAttribute("data-title-seen", isSeen);
  }, { root: prose });
  const watch = () => {
    seen.disconnect();
    const title = prose.querySelector('.block[data-role="title"]');
    if (title) seen.observe(title);
  };
  // A block that is painted again is another element.
  new MutationObserver(watch).observe(prose, { childList: true, subtree: true });
  watch();
}
