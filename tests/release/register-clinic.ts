import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { npx, type Installation } from './outside.ts'

/** Registers a clinic with `npx visitkit-server organization register`. Returns the program that may set it up. */
export const registerClinic = async (
  installation: Installation,
): Promise<{ readonly clientId: string; readonly clientSecret: string }> => {
  const [clientId, clientSecret] = ['clinic-setup', randomBytes(32).toString('base64url')]
  const file = join(installation.folder, 'organization.json')
  const organization = {
    organization: {
      name: 'Lakeside Health (sample)',
      region: 'us',
      zone: 'America/New_York',
      languages: ['en'],
      brand: { name: 'Lakeside Health', accentColor: '#0b6e6e' },
      contact: { phone: '614-555-0100', emergencyNumber: '911' },
      videoVendor: 'peer',
    },
    issuers: [],
    clients: [
      {
        clientId,
        name: 'Set-up of the clinic',
        secret: clientSecret,
        grants: ['client_credentials'],
        roles: ['service', 'administrator', 'front-desk'],
        origins: [],
      },
    ],
  }
  await writeFile(file, JSON.stringify(organization), { mode: 0o600 })
  const output = await npx(installation, ['visitkit-server', 'organization', 'register', file])
  if (!output.includes('registered')) throw new Error(`The clinic was not registered:\n${output}`)
  return { clientId, clientSecret }
}
