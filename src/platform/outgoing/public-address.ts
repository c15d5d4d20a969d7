/**
 * Which network addresses messages to strangers may go to. An address that a person typed in must not become a way to
 * ask machines that only this one can reach: databases, routers, the metadata of a cloud.
 */
import { BlockList, isIP } from 'node:net';

/** Ranges of the IANA special-purpose registries that are not public, and multicast. */
const NOT_PUBLIC_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
] as const;

/** The only range that public IPv6 addresses come from: unique local, link-local, mapped and multicast ones lie outside. */
const PUBLIC_IPV6 = ['2000::/3'] as const;
/** Inside it and not public, or a wrapping of an IPv4 address, which may be any. */
const NOT_PUBLIC_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'] as const;

const notPublic = listOf([...NOT_PUBLIC_IPV4, ...NOT_PUBLIC_IPV6]);
const publicIpv6 = listOf(PUBLIC_IPV6);

/** Whether anybody on the internet may be meant. */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !notPublic.check(address, 'ipv4');
  return family === 6 && publicIpv6.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
}

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', prefix = ''] = range.split('/');
    list.addSubnet(network, Number(prefix), isIP(network) === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}
