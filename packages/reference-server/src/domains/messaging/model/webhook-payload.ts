/** What a `webhook` transmission carries, sealed as such. */
export interface WebhookPayload {
  readonly endpointId: string
  readonly body: string
}
