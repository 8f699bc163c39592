import type { ConfigReader } from './config-reader.ts'
import type { Address } from './partners-config.ts'

/** `host`, `host:port` or `*.domain`, by commas. The port is 443 unless given. */
export const readHosts = (reader: ConfigReader, name: string, entries: readonly string[]): readonly Address[] =>
  entries.flatMap((entry) => {
    const [, host = '', port = '443'] = /^((?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*)(?::(\d{1,5}))?$/i.exec(entry) ?? []
    if (host === '' || Number(port) > 65_535) {
      reader.fault(
        name,
        'must list hosts such as hooks.example.org, hooks.example.org:8443 or *.example.org, by commas',
      )
      return []
    }
    return [{ host: host.toLowerCase(), port: Number(port) }]
  })
