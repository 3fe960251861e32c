"""Fetches a domain's MTA-STS policy as Postfix has it done, by postfix-mta-sts-resolver, and prints what came of it.

All is the resolver's own: the record, HTTPS with its certificates, the policy's syntax. It is only told where DNS is;
a proxy and the trusted authorities come from the environment, https_proxy and SSL_CERT_FILE.

fetch-policy.py DOMAIN DNS-ADDRESS DNS-PORT [LAST-KNOWN-ID]
"""

import asyncio
import json
import sys

import aiodns
from postfix_mta_sts_resolver.resolver import STSResolver

SECONDS = 20


async def main(domain, address, port, known=None):
    loop = asyncio.get_running_loop()
    resolver = STSResolver(timeout=SECONDS, loop=loop)
    resolver._resolver = aiodns.DNSResolver(
        nameservers=[address], udp_port=int(port), tcp_port=int(port), timeout=SECONDS, loop=loop
    )
    result, found = await resolver.resolve(domain, known)
    answer = {"result": result.name}
    if found is not None:
        answer["id"], answer["policy"] = found
    print(json.dumps(answer))


asyncio.run(main(*sys.argv[1:]))
