/** The client disconnected before it was answered. No response is possible. */
export class ClientDisconnected extends Error {
  constructor() {
    super('client_gone')
    this.name = 'ClientDisconnected'
  }
}
