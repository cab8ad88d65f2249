// Whose word about a client's address is believed. A server that can be reached directly must not believe everybody, or each
// client names itself; so the proxies are listed, and a hop that is no proxy of ours is the client, whatever it says.

import { BlockList, isIP } from 'node:net'
import { CannotStart } from '#ground/kernel/cannot-start.ts'

/** Whether the given hop (0 is who spoke to this server) is a proxy of ours. */
export type TrustProxy = (address: string, hop: number) => boolean

const nearby = ['127.0.0.0/8', '::1/128', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16', 'fc00::/7', 'fe80::/10']

const family = (address: string): 'ipv4' | 'ipv6' | null => (isIP(address) === 4 ? 'ipv4' : isIP(address) === 6 ? 'ipv6' : null)

function add(list: BlockList, text: string): boolean {
  const [address = '', length, ...rest] = text.split('/')
  const kind = family(address)
  if (kind === null || rest.length > 0) return false
  if (length === undefined) list.addAddress(address, kind)
  else if (/^\d{1,3}$/.test(length) && Number(length) > 0 && Number(length) <= (kind === 'ipv4' ? 32 : 128)) {
    list.addSubnet(address, Number(length), kind)
  } else return false
  return true
}

function listed(texts: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  const wrong = texts.find((text) => !add(list, text))
  if (wrong !== undefined || texts.length === 0) {
    throw new CannotStart({
      zh: `TRUST_PROXY 中的“${wrong ?? ''}”不是地址或网段，已停止启动。请填写反向代理的地址，多个用逗号分开，例如 10.1.2.3,192.168.5.0/24；反向代理与本机或同一内网且只有一层时可填 1；没有反向代理时不填。`,
      en: `“${wrong ?? ''}” in TRUST_PROXY is no address or network, so the start was stopped. List the reverse proxies' addresses, separated by commas, for instance 10.1.2.3,192.168.5.0/24; put 1 for a single proxy on this machine or in the private network; leave it out without a proxy.`,
    })
  }
  return (address) => {
    const kind = family(address)
    return kind !== null && list.check(address, kind)
  }
}

/**
 * Reads TRUST_PROXY: nothing or `0` believes nobody; `1` believes one proxy on this machine or in a private network, and
 * nobody that this proxy was told of; otherwise the addresses and networks (CIDR) of all proxies, separated by commas.
 */
export function readTrustProxy(text: string | undefined): TrustProxy | false {
  const said = text?.trim() ?? ''
  if (said === '' || said === '0') return false
  if (said === '1') {
    const isNear = listed(nearby)
    // One hop only: clients of an intranet have private addresses, too, and must not pass for proxies.
    return (address, hop) => hop === 0 && isNear(address)
  }
  return listed(said.split(/[\s,]+/).filter((part) => part !== ''))
}
