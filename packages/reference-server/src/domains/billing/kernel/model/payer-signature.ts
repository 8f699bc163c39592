/** How a payer signs its payments: its number (TRN03), and its name as folded-name.ts writes it. */
export interface PayerSignature {
  readonly identifier: string
  readonly name: string
}
