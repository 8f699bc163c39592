/** The claim is one thing here and on the wire; its types stand where the wire is written, which knows no domain. */
export type {
  BillingProvider,
  Claim,
  ClaimFrequency,
  ClaimLine,
  Day,
  Dependent,
  FilingIndicator,
  InsuredPerson,
  PersonName,
  PlaceOfService,
  PostalAddress,
} from '../../../../vendors/clearinghouse/claim.ts'
