/** Makes the browser ask before the page is left, until the function that it returns is called. */
export function holdPage(): () => void {
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
  addEventListener('beforeunload', ask)
  return () => removeEventListener('beforeunload', ask)
}
