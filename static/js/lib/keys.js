/** Names of keys. Pure. */

/**
 * What was pressed, as the list of keys writes it: `n`, `?`, `F6`, `Ctrl+Shift+z`. Shift counts where it does not make
 * another character; the Command key of a Mac counts as Ctrl. Null with Alt, which writes characters or opens menus.
 */
export function keyName({ key, ctrlKey, metaKey, shiftKey, altKey }) {
  if (altKey) return null;
  const held = ctrlKey || metaKey;
  const isCharacter = key.length === 1;
  const shift = shiftKey && (held || !isCharacter);
  return [held && "Ctrl", shift && "Shift", held && isCharacter ? key.toLowerCase() : key].filter(Boolean).join("+");
}

/** Whether a key is pressed alone: such keys are off while somebody types, and can be switched off. */
export function isSingle(name) {
  return name.length === 1;
}
