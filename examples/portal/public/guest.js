import '../elements/visitkit.js'
import { askForSession, firstAnswer } from './session.js'
import { setting } from './page.js'

/** A guest has no sign-in: when the session is over, so is the visit for them, and the element says so. */
const provider = document.querySelector('visit-provider')
provider.serverUrl = setting('visitkit-url')
if (setting('video-bundle')) provider.videoOptions = { dailyBundlePath: setting('video-bundle') }
provider.addEventListener('visit-session-ended', (event) => event.preventDefault())
provider.getSession = async ({ reason, signal }) => {
  const first = reason === 'start' ? await firstAnswer() : undefined
  const answer = first ?? (await askForSession('guest', reason, { signal }))
  if (answer.status === 401) return null
  if (!answer.ok) throw new Error('no session')
  return answer.json()
}
