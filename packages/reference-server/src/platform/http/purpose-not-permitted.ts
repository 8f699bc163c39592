import { Problem } from '../problems/problem.ts'

const leaveOut = 'Leave out `x-purpose-of-use` to act for your usual purpose.'

export const purposeNotPermitted = (): Problem =>
  new Problem(403, 'purpose_not_permitted', `Your role does not do this for that purpose. ${leaveOut}`)

/** The request states `BTG`, and no emergency access of the caller opened what it shows or changes. */
export const glassNotBroken = (): Problem =>
  new Problem(
    403,
    'purpose_not_permitted',
    `You have opened no chart in an emergency for this, so its purpose is not \`BTG\`. ${leaveOut}`,
  )
