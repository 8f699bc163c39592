import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** Creates an empty database in a running PostgreSQL; returns its URL. */
export const createDatabase = async (serverUrl: string): Promise<string> => {
  const name = `visitkit_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}
