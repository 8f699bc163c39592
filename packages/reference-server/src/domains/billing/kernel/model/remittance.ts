/** As with the claim, the same shape here and on the wire. */
export type {
  Adjustment,
  AdjustmentGroup,
  ProviderAdjustment,
  Remittance,
  RemittedClaim,
  RemittedLine,
  RemittedPatient,
} from '../../../../vendors/clearinghouse/remittance.ts'
