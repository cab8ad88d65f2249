// Keys of a page, and keys of what is being typed.

/** Whether a key is meant for what is being typed or chosen, not for the page. */
export const typing = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"], [role="listbox"]') !== null
