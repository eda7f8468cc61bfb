import { SESClient, SendEmailCommand } from "@aws-sdk/client-ses";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { type Post, RejectedError } from "../ports/messages.ts";

/** Mail by SES, SMS by SNS, `Transactional`. `sender` shows as the SMS's sender where the country allows it. */
export function sesAndSns(from: string, sender: string | undefined): Post {
  const ses = new SESClient({});
  const sns = new SNSClient({});
  return {
    async mail(to, { subject, text, html }, messageId) {
      const mail = new SendEmailCommand({
        Source: from,
        Destination: { ToAddresses: [to] },
        Message: {
          Subject: { Data: subject, Charset: "UTF-8" },
          Body: { Text: { Data: text, Charset: "UTF-8" }, Html: { Data: html, Charset: "UTF-8" } },
        },
        Tags: [{ Name: "messageId", Value: messageId }],
      });
      await ses.send(mail).catch(rejecting);
    },
    async sms(to, text) {
      const senderId =
        sender === undefined ? {} : { "AWS.SNS.SMS.SenderID": { DataType: "String", StringValue: sender } };
      const sms = new PublishCommand({
        PhoneNumber: to,
        Message: text,
        MessageAttributes: {
          "AWS.SNS.SMS.SMSType": { DataType: "String", StringValue: "Transactional" },
          ...senderId,
        },
      });
      await sns.send(sms).catch(rejecting);
    },
  };
}

/**
 * What SES and SNS say of a message or recipient that they will never take (API references, SendEmail and Publish). Everything else,
 * a paused account or a number over its limit among it, may be over at the next try.
 */
function rejecting(error: Error): never {
  if (/^(MessageRejected|InvalidParameter)/.test(error.name)) throw new RejectedError(error.name, { cause: error });
  throw error;
}
