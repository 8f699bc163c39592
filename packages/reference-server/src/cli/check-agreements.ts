import type { Config } from '../config.ts'
import { egressDestinations } from '../config/egress-destinations.ts'
import { agreementInForce } from '../vendors/vendor-agreement.ts'
import { fault, ok, warning, type Finding } from './finding.ts'

const warnDays = 30

/** Every recipient of PHI that the settings name. One without an agreement gets nothing, which is noticed where a message does not arrive. */
export const checkAgreements = (config: Config, now: Date): readonly Finding[] => {
  const { region, vendorAgreements: agreements } = config
  const vendors = new Set(
    egressDestinations(config).flatMap(({ name, needsAgreement }) => (needsAgreement ? name : [])),
  )
  return [...vendors].map((vendor) => {
    const agreement = agreementInForce({ vendor, region, agreements, now })
    if (agreement === null)
      return fault(
        'agreements',
        `No agreement with ${vendor} is in force in ${region}: nothing is sent to it. Set VISITKIT_VENDOR_AGREEMENTS once it is signed.`,
      )
    const { to } = agreement
    if (to === null) return ok('agreements', `An agreement with ${vendor} is in force in ${region}, without an end.`)
    const day = to.toISOString().slice(0, 10)
    return to.getTime() - now.getTime() < warnDays * 86_400_000
      ? warning(
          'agreements',
          `The agreement with ${vendor} ends on ${day}. From then on nothing is sent to it: renew it, and add it to VISITKIT_VENDOR_AGREEMENTS.`,
        )
      : ok('agreements', `An agreement with ${vendor} is in force in ${region} until ${day}.`)
  })
}
