import { describe, expect, test } from 'vitest'
import { CannotStart } from '#ground/kernel/cannot-start.ts'
import { readTrustProxy } from './proxies.ts'

const trusts = (setting: string, address: string, hop = 0): boolean => {
  const trust = readTrustProxy(setting)
  return trust !== false && trust(address, hop)
}

describe('TRUST_PROXY', () => {
  test('left out, empty or 0 believes nobody', () => {
    for (const setting of [undefined, '', ' ', '0']) expect(readTrustProxy(setting)).toBe(false)
  })

  test('1 believes one proxy nearby and nobody else', () => {
    for (const near of ['127.0.0.1', '::1', '10.2.3.4', '172.31.0.1', '192.168.1.1', '::ffff:10.2.3.4', 'fd00::1', 'fe80::1'])
      expect(trusts('1', near), near).toBe(true)
    for (const far of ['203.0.113.9', '172.32.0.1', '2001:db8::1', '::ffff:203.0.113.9', 'not an address', ''])
      expect(trusts('1', far), far).toBe(false)
    expect(trusts('1', '10.2.3.4', 1)).toBe(false)
  })

  test('a list believes exactly those, at every hop', () => {
    const list = '203.0.113.9, 10.1.0.0/16 2001:db8:1::/48'
    for (const ours of ['203.0.113.9', '10.1.255.1', '::ffff:10.1.255.1', '2001:db8:1::7']) {
      expect(trusts(list, ours), ours).toBe(true)
      expect(trusts(list, ours, 3), ours).toBe(true)
    }
    for (const other of ['203.0.113.8', '10.2.0.1', '127.0.0.1', '2001:db8:2::7']) expect(trusts(list, other), other).toBe(false)
  })

  test('what is no address stops the start and is named', () => {
    for (const bad of ['yes', '10.0.0.1/33', '10.0.0.1/0', '::/0', '10.0.0.1/', '10.0.0/8', '10.0.0.1/8/8', 'proxy.example', '2', ',']) {
      expect(() => readTrustProxy(bad), bad).toThrow(CannotStart)
    }
    expect(() => readTrustProxy('10.0.0.1,proxy.example')).toThrow(/proxy\.example/)
  })
})
