import { composeEgress } from '../composition/compose-egress.ts'
import type { Config } from '../config.ts'
import { requireVendorAgreement } from '../vendors/vendor-agreement.ts'
import { loadCapabilityPacks } from '../vendors/video/load-capability-packs.ts'
import { videoProviders } from '../vendors/video/video-providers.ts'
import { fault, ok, type Finding } from './finding.ts'

/** An account that records by default stops every visit over it: no room is opened. */
export const checkVideoAccount = async (config: Config): Promise<readonly Finding[]> => {
  if (config.daily === null) return []
  try {
    requireVendorAgreement({
      ...{ vendor: 'daily', region: config.region, agreements: config.vendorAgreements, now: new Date() },
    })
  } catch {
    // Nothing is asked of it. The check of vendors says that an agreement is missing.
    return []
  }
  const daily = videoProviders(config, loadCapabilityPacks(), composeEgress(config).to('daily')).get('daily')
  try {
    return (await daily?.recordsByDefault()) === true
      ? [
          fault(
            'video account',
            'account_records: the account at daily records or transcribes calls by default. No room is opened. Turn recording, transcription and live streaming off in the account.',
          ),
        ]
      : [ok('video account', 'The account at daily records nothing by default.')]
  } catch {
    return [
      fault(
        'video account',
        'The account at daily cannot be read. No room is opened. Check VISITKIT_DAILY_API_KEY, and that daily can be reached.',
      ),
    ]
  }
}
