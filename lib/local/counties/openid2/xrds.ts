const document = (type: string, endpoint: string) => `<?xml version="1.0" encoding="UTF-8"?>
<xrds:XRDS xmlns:xrds="xri://$xrds" xmlns="xri://$xrd*($v*2.0)">
<XRD><Service priority="0"><Type>http://specs.openid.net/auth/2.0/${type}</Type><URI>${endpoint}</URI></Service></XRD>
</xrds:XRDS>
`;

/** At the county's own identifier: people say there who they are (OpenID 2.0 §7.3.2.1.1). */
export const providerDocument = (endpoint: string): string => document("server", endpoint);

/** At each person's claimed id (§7.3.2.1.2). */
export const signonDocument = (endpoint: string): string => document("signon", endpoint);
