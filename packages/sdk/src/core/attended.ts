/** When the person last did something in the page, which opening it is. Milliseconds since 1970; outside a page, always. */
let attendedAt = Infinity

if (globalThis.document) {
  const note = ({ isTrusted }: { isTrusted: boolean }) => {
    if (isTrusted) attendedAt = Date.now()
  }
  note({ isTrusted: true })
  for (const type of ['keydown', 'pointerdown', 'wheel']) addEventListener(type, note, { capture: true, passive: true })
}

/** False for a request that the page sends by itself: more than a minute after the person did something. */
export const isAttended = (): boolean => Date.now() < attendedAt + 60_000
