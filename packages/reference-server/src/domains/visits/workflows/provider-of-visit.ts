import { vendorNotPermitted } from '../../../vendors/vendor-agreement.ts'
import type { VideoProvider } from '../../../vendors/video/provider.ts'
import type { VisitFacts } from '../model/visit.ts'
import type { VisitsPorts } from '../ports.ts'

/** The visit's provider, with the settings of its organization. */
export const providerOfVisit = async (
  ports: Pick<VisitsPorts, 'video'>,
  organizationId: string,
  visit: Pick<VisitFacts, 'vendor'>,
): Promise<VideoProvider> => {
  const provider = await ports.video.providerOf(organizationId, visit.vendor)
  if (provider === null) throw vendorNotPermitted(`this deployment has no provider for ${visit.vendor}`)
  return provider
}
