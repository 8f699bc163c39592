import type { WaitlistEntry } from '@visitkit/sdk'
import type { SampleWorld } from '@visitkit/sdk/testing'

const MINUTE = 60_000

const instant = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z')

/** The sample patient on the waiting list, with a time that is offered if `minutes` is given. */
export const addWaiting = (world: SampleWorld, minutes?: number, more: Partial<WaitlistEntry> = {}): WaitlistEntry => {
  const [like] = world.state.appointments
  if (!like) throw new Error('The sample world has no appointment')
  const now = Date.parse(world.now())
  const start = Math.ceil(now / (30 * MINUTE)) * 30 * MINUTE + 1440 * MINUTE
  const entry: WaitlistEntry = {
    id: `waitlist-${world.state.waitlist.length + 1}`,
    patientId: like.patientId,
    visitTypeId: like.visitTypeId,
    visitTypeName: like.visitTypeName,
    practitioner: like.practitioner,
    from: instant(now).slice(0, 10),
    to: instant(now + 14 * 1440 * MINUTE).slice(0, 10),
    state: 'NY',
    status: minutes === undefined ? 'waiting' : 'offered',
    joinedAt: instant(now),
    ...(minutes !== undefined && {
      offer: {
        start: instant(start),
        end: instant(start + 30 * MINUTE),
        practitioner: like.practitioner,
        expiresAt: instant(now + minutes * MINUTE),
      },
    }),
    version: 1,
    ...more,
  }
  world.state.waitlist.push(entry)
  return entry
}
