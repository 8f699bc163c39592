/** For how long a reason that was not sent is still the reason. Milliseconds. */
const reasonLastsMs = 86_400_000

/** A reason that was written before is about something else. Milliseconds since 1970. */
export const reasonSince = (): number => Date.now() - reasonLastsMs
