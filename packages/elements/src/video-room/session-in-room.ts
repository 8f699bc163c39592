import type { Visit, VisitClient } from '@visitkit/sdk'

/** Another object for each time that a part of the room is to be followed, until its signal. */
export interface RoomSession {
  readonly client: VisitClient
  readonly visit: Visit
  readonly signal: AbortSignal
}

/** Follows the session of a room in a part of it: each new one, and that there is none. Called after each render. */
export const followSession = (
  current: () => RoomSession | null,
  follow: (session: RoomSession) => void,
  reset: () => void,
): (() => void) => {
  let known: RoomSession | null = null
  return () => {
    const session = current()
    if (session === known) return
    known = session
    if (session) follow(session)
    else reset()
  }
}
