/** A rendered notice and its address. */
export interface OutgoingNotice {
  readonly to: string
  readonly fromName: string
  readonly language: string
  readonly subject: string
  readonly text: string
  readonly unsubscribeUrl: string
}
