import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import { Problem } from '../../../platform/problems/problem.ts'
import type { VideoVendor } from '../model/visit.ts'
import type { VideoFinding, VisitsPorts } from '../ports.ts'

/**
 * Checks the state of our webhooks at the vendors. A vendor that fails to deliver stops sending permanently, and presence no longer
 * changes. The job re-enables such a webhook and logs a warning. It also warns when there is no webhook, when it cannot be re-enabled, and
 * when the account is of another kind than configured, or records calls by default. A lasting state is reported once.
 */
export const watchVideoWebhooks = (ports: Pick<VisitsPorts, 'video' | 'directory'>): DomainJob => {
  const stopping = new AbortController()
  const lasting = new Map<VideoVendor, string>()

  const lock = async (vendor: VideoVendor, now: Date): Promise<readonly VideoFinding[]> => {
    const provider = ports.video.providers().get(vendor)
    if (!provider?.capabilities(now).covered.has('webhooks')) return []
    const paths = (await ports.directory.organizationIds()).map((id) => `/v1/webhooks/video/${vendor}/${id}`)
    if (paths.length === 0) return []
    // A proxy may add a path prefix.
    const pointsHere = ({ pathname }: URL): boolean => paths.some((path) => pathname.endsWith(path))
    try {
      const state = await provider.watchWebhooks(pointsHere, stopping.signal)
      if (state === null) return []
      const findings: readonly (VideoFinding | false)[] = [
        state.rearmed > 0 && { code: 'webhook_rearmed', vendor, count: state.rearmed },
        state.stopped > 0 && { code: 'webhook_stopped', vendor, count: state.stopped },
        state.found === 0 && { code: 'webhook_missing', vendor, count: 0 },
        state.isOtherMode === true && { code: 'agreement_mode_differs', vendor, count: 1 },
        state.isRecording && { code: 'account_records', vendor, count: 1 },
      ]
      return findings.filter((finding) => finding !== false)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return [{ code: 'webhooks_not_seen', vendor, count: 1, reason: error.code }]
    }
  }

  return {
    name: 'visits.watch-video-webhooks',
    everySeconds: 60,
    run: async (now) => {
      for (const vendor of ports.video.providers().keys()) {
        const findings = await lock(vendor, now)
        if (stopping.signal.aborted) return
        const codes = findings.map(({ code }) => code).join()
        const isKnown = lasting.get(vendor) === codes
        lasting.set(vendor, codes)
        for (const finding of findings) if (!isKnown || finding.code === 'webhook_rearmed') ports.video.report(finding)
      }
    },
    stop: () => stopping.abort(),
  }
}
