/** A page obtains the session of its person from its own back end. `session` is the one that the page has. */
export const askForSession = (side, reason, { session = '', signal } = {}) =>
  fetch(`/${side}/session`, {
    method: 'POST',
    headers: { 'x-portal': '1', 'x-reason': reason, ...(session && { 'x-session': session }) },
    signal,
  })

/** Requested while the elements load: the first thing that they need is a session. Not reached, it is requested again. */
let first = askForSession(document.querySelector('meta[name="side"]').content, 'start').catch(() => undefined)

/** Undefined from the second time on: an answer can be read once. */
export const firstAnswer = () => {
  const answer = first
  first = undefined
  return answer
}
