import { SESClient, SendEmailCommand } from "@aws-sdk/client-ses";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import type { Post } from "../ports/messages.ts";

/** Mail by SES, SMS by SNS, `Transactional`. `sender` shows as the SMS's sender where the country allows it. */
export function sesAndSns(from: string, sender: string | undefined): Post {
  const ses = new SESClient({});
  const sns = new SNSClient({});
  return {
    async mail(to, { subject, text, html }) {
      await ses.send(
        new SendEmailCommand({
          Source: from,
          Destination: { ToAddresses: [to] },
          Message: {
            Subject: { Data: subject, Charset: "UTF-8" },
            Body: { Text: { Data: text, Charset: "UTF-8" }, Html: { Data: html, Charset: "UTF-8" } },
          },
        }),
      );
    },
    async sms(to, text) {
      const senderId =
        sender === undefined ? {} : { "AWS.SNS.SMS.SenderID": { DataType: "String", StringValue: sender } };
      await sns.send(
        new PublishCommand({
          PhoneNumber: to,
          Message: text,
          MessageAttributes: {
            "AWS.SNS.SMS.SMSType": { DataType: "String", StringValue: "Transactional" },
            ...senderId,
          },
        }),
      );
    },
  };
}
