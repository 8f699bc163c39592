import { Problem } from '../problems/problem.ts'

export const purposeNotPermitted = (): Problem =>
  new Problem(
    403,
    'purpose_not_permitted',
    'Your role does not do this for that purpose. Leave out `x-purpose-of-use` to act for your usual purpose.',
  )
