import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import { Problem } from '../../../platform/problems/problem.ts'
import type { KeepForOrganization } from '../../../platform/system/keep-for-organization.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { VideoProvider } from '../../../vendors/video/provider.ts'
import type { VideoVendor } from '../model/visit.ts'
import type { VisitsPorts } from '../ports.ts'
import type { RoomAttempt } from '../model/room-attempt.ts'
import { abandonAttempts, listAttemptsToSweep, listRoomsInUse, sweepAttempts } from '../store/room-attempts.ts'

/** After this time an attempt is over: a call to a vendor, with all its retries, takes seconds. Milliseconds. */
const overAfter = 120_000

export interface SweepRoomsDeps {
  readonly ports: Pick<VisitsPorts, 'video' | 'directory'>
  readonly readerOf: (organizationId: string) => AnyKysely
  readonly keep: KeepForOrganization
}

/**
 * Deletes rooms at the vendors that belong to no visit: a process died or a response was lost after the vendor created the room and before
 * our commit. Only rooms from our own attempts are considered, so other users of the same account keep their rooms. Each attempt is checked
 * once, at least two minutes after it began. The vendor's adapter finds the rooms (`findRooms`): Daily lists its rooms with their settings,
 * which contain the key of the attempt.
 */
export const sweepRooms = ({ ports, readerOf, keep }: SweepRoomsDeps): DomainJob => {
  const stopping = new AbortController()

  const sweep = async (vendor: VideoVendor, provider: VideoProvider, now: Date): Promise<void> => {
    const before = new Date(now.getTime() - overAfter)
    const due = new Map<string, readonly RoomAttempt[]>()
    const organizationIds = await ports.directory.organizationIds()
    for (const organizationId of organizationIds) {
      const db = readerOf(organizationId)
      if ((await listAttemptsToSweep(db, vendor, before)).length === 0) continue
      // Their rooms may be deleted from here on. One that a request has just assigned is read again with its room.
      await keep(organizationId, now, () => ({ writes: [abandonAttempts(vendor, before)], answer: undefined }))
      due.set(organizationId, await listAttemptsToSweep(db, vendor, before))
    }
    const attempts = [...due.values()].flat()
    if (attempts.length === 0) return
    const { covered } = provider.capabilities(now)
    // If the vendor cannot find or end rooms, they end at their expiry.
    if (covered.has('findRooms') && covered.has('end')) {
      const written = new Set(attempts.map(({ vendorRoomId }) => vendorRoomId))
      const found = await provider.findRooms(attempts, stopping.signal)
      const loose = new Set(found.map(({ vendorRoomId }) => vendorRoomId).filter((id) => !written.has(id)))
      for (const organizationId of organizationIds) {
        if (loose.size === 0) break
        for (const id of await listRoomsInUse(readerOf(organizationId), vendor, [...loose])) loose.delete(id)
      }
      for (const vendorRoomId of loose) await provider.closeRoom(vendorRoomId)
      if (loose.size > 0) ports.video.report({ code: 'orphan_rooms_closed', vendor, count: loose.size })
    }
    for (const [organizationId, swept] of due)
      await keep(organizationId, now, () => ({ writes: sweepAttempts(swept, now), answer: undefined }))
  }

  return {
    name: 'visits.sweep-rooms',
    everySeconds: 300,
    run: async (now) => {
      for (const [vendor, provider] of ports.video.providers()) {
        if (!provider.capabilities(now).covered.has('roomsAtVendor')) continue
        try {
          await sweep(vendor, provider, now)
        } catch (error) {
          if (!(error instanceof Problem)) throw error
          // Not marked as swept: the next run checks the same attempts again.
          ports.video.report({ code: 'sweep_failed', vendor, count: 1, reason: error.code })
        }
      }
    },
    stop: () => stopping.abort(),
  }
}
