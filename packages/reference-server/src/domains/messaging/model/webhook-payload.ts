/** The payload of a `webhook` transmission, which is encrypted. */
export interface WebhookPayload {
  readonly endpointId: string
  readonly body: string
}
