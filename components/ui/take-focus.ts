/** `onOpenAutoFocus` of a layer: the layer itself takes the focus, so that its name is read and no tooltip opens. */
export const takeFocus = (event: Event) => {
  event.preventDefault()
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
}
