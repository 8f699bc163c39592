/** The claim has the same shape here and on the wire. Its types are defined with the wire format, which depends on no domain. */
export type {
  BillingProvider,
  Claim,
  ClaimFrequency,
  ClaimLine,
  Day,
  Dependent,
  FilingIndicator,
  InsuranceType,
  InsuredPerson,
  PayerDecision,
  PersonName,
  PlaceOfService,
  PostalAddress,
  PriorAdjustment,
  PriorDecision,
} from '../../../../vendors/clearinghouse/claim.ts'
