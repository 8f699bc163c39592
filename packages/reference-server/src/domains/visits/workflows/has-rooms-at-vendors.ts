import type { VisitsPorts } from '../ports.ts'

/** Whether a vendor of this deployment has rooms. If not, no visit needs to be read for its room. */
export const hasRoomsAtVendors = ({ video }: Pick<VisitsPorts, 'video'>, now: Date): boolean =>
  [...video.providers().values()].some((provider) => provider.capabilities(now).covered.has('roomsAtVendor'))
