import { createHmac } from 'node:crypto'
import type { IceServer } from './provider.ts'

export interface IceServerSettings {
  /** Servers by which a browser learns its public address. Not needed on one machine or one network. */
  readonly stunUrls?: readonly string[]
  /**
   * A TURN server with shared-secret credentials, such as coturn's `use-auth-secret` (draft-uberti-behave-turn-rest). Each holder gets a
   * user name that expires, so that people cannot use the relay after their visit.
   */
  readonly turn?: { readonly urls: readonly string[]; readonly secret: string } | null
}

/** The deployment's own servers for one holder, until then. */
export type IssueIceServers = (holderId: string, expiresAt: Date) => readonly IceServer[]

export const createIceServers =
  ({ stunUrls = [], turn = null }: IceServerSettings): IssueIceServers =>
  (holderId, expiresAt) => {
    const stun = stunUrls.length > 0 ? [{ urls: stunUrls }] : []
    if (turn === null) return stun
    const username = `${Math.floor(expiresAt.getTime() / 1000)}:${holderId}`
    const credential = createHmac('sha1', turn.secret).update(username).digest('base64')
    return [...stun, { urls: turn.urls, username, credential }]
  }
