import { vendorNotPermitted } from '../../../vendors/vendor-agreement.ts'
import type { VideoProvider, VideoRoom } from '../../../vendors/video/provider.ts'
import type { VisitFacts } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'

const hour = 3_600_000

/** The visit's provider, as its organization may use it. */
export const providerOfVisit = async (
  ports: VisitsContext,
  organizationId: string,
  visit: Pick<VisitFacts, 'vendor'>,
): Promise<VideoProvider> => {
  const provider = await ports.video.providerOf(organizationId, visit.vendor)
  if (provider === null) throw vendorNotPermitted(`this deployment has no provider for ${visit.vendor}`)
  return provider
}

/** The room of this visit and no other, made or kept open where it ends within the hour. May ask the vendor: never inside a transaction. */
export const roomOfVisit = async (
  provider: VideoProvider,
  { room }: Pick<VisitFacts, 'room'>,
  roomHours: number,
  now: Date,
): Promise<VideoRoom> => {
  if (room.closesAt !== null && room.closesAt.getTime() - now.getTime() > hour) {
    return { name: room.name, url: room.url, closesAt: room.closesAt }
  }
  return provider.ensureRoom({
    name: room.name,
    opensAt: null,
    closesAt: new Date(now.getTime() + roomHours * hour),
    maxParticipants: provider.capabilities.maxParticipants,
  })
}
